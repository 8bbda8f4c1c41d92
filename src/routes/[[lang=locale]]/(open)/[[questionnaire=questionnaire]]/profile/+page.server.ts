export { everyQuestionnaire as entries } from '../../../../every-questionnaire.ts';
