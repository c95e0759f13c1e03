export { searchArchiveReasons } from './searchArchiveReasons';
export { searchOpportunities } from './searchOpportunities';
export { searchPostings } from './searchPostings';
export { searchStages } from './searchStages';
export { searchUsers } from './searchUsers';
