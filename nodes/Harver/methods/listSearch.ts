export { searchAccounts } from './searchAccounts';
export { searchApplications } from './searchApplications';
export { searchNotes } from './searchNotes';
export { searchOpenVacancies } from './searchOpenVacancies';
export { searchRejectionReasons } from './searchRejectionReasons';
export { searchVacancies } from './searchVacancies';
