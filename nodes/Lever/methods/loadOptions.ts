export { getArchiveReasons } from './getArchiveReasons';
export { getPostings } from './getPostings';
export { getSources } from './getSources';
export { getStages } from './getStages';
export { getTags } from './getTags';
export { getUsers } from './getUsers';
