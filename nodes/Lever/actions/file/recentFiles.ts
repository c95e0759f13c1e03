import { RecentWrites } from '../../profile/RecentWrites';

/** The files that this process uploaded within the last minutes, by their names. */
export const recentFiles = new RecentWrites();
