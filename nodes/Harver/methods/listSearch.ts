export { searchAccounts } from './searchAccounts';
export { searchOpenVacancies } from './searchOpenVacancies';
