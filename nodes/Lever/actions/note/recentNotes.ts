import { RecentWrites } from '../../profile/RecentWrites';

/** The notes that this process wrote within the last minutes, by their texts. */
export const recentNotes = new RecentWrites();
