export { searchFeedback } from './searchFeedback';
export { searchFeedbackFields } from './searchFeedbackFields';
export { searchFeedbackTemplates } from './searchFeedbackTemplates';
export { searchFiles } from './searchFiles';
export { searchNotes } from './searchNotes';
export { searchResumes } from './searchResumes';
export { searchStages } from './searchStages';
