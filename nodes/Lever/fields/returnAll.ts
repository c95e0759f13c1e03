export { limitOf, returnAllFields } from '../../shared/returnAll';
