export { searchStages } from './searchStages';
