import * as z from 'zod/mini';
import { assessmentSchema } from '#lib/assessment/schema.ts';
import { frameworksSchema, frameworksTextSchema } from '#lib/frameworks/schema.ts';
import { questionnaireSchema, questionnaireTextSchema, sourcesSchema } from '#lib/questionnaire/schema.ts';
import { sealedSchema } from './sealed-schema.ts';

// Descriptions of the assessment file stand here, not in its schema: that one travels to phones.
const fields = assessmentSchema.shape;
const DESCRIPTIONS: readonly (readonly [z.core.$ZodType, string])[] = [
	[
		assessmentSchema,
		'What one organisation answered. Fields that are not listed are carried along. No names of persons anywhere.'
	],
	[fields.id, 'Random, known to this device only; a file may leave it out.'],
	[fields.label, 'What the organisation calls this assessment; may be empty.'],
	[fields.questionnaire, 'The questionnaire that was answered.'],
	[fields.form, 'The whole questionnaire ("full"), or the id of a short form.'],
	[
		fields.profile,
		'Answers to the profile questions, by id: yes, no, one or several options, or a date as YYYY-MM-DD.'
	],
	[fields.broughtBack, 'Indicators that the profile takes out and a person wants to be asked all the same.'],
	[fields.assessedOn, 'The day the due dates are counted from, as YYYY-MM-DD.'],
	[fields.changedAt, 'Time of the last change, ISO 8601 in UTC.'],
	[fields.place, 'The indicator a person was last at.'],
	[fields.answers, 'Answers by indicator id: a level, "unknown", or "not-applicable" with a reason.'],
	[
		fields.questions,
		'The questions as they were answered, by indicator id, so that the file can be read without the questionnaire.'
	],
	[fields.plan, 'What people changed in the drafted action plan. Actions name roles, never persons.'],
	[
		fields.snapshots,
		'Dated copies of the assessment: each is as it was taken, whatever happened to the assessment since.'
	],
	[
		fields.ownQuestionnaire,
		'The questionnaire itself, when it is not one of the site but was opened from a file.'
	],
	[
		fields.lastFile,
		'When the assessment was last kept in a file, and whether that file was read back and compared.'
	],
	[fields.app, 'In files only: what wrote the file.']
];

/** What an assessment can hold whole; its own file describes it. */
const FILES = new Map<z.core.$ZodType, string>([
	[questionnaireSchema, 'questionnaire.schema.json'],
	[questionnaireTextSchema, 'questionnaire-text.schema.json']
]);

/**
 * The JSON Schemas that editors use to complete and check files by hand, made from the schemas of the program.
 * @returns content of each file in `static/schema/`, by file name
 */
export function makeJsonSchemas(): Record<string, string> {
	for (const [schema, description] of DESCRIPTIONS) z.globalRegistry.add(schema, { description });
	const write = (title: string, schema: z.core.$ZodType) => {
		// draft-07 is what the common editors know
		const { $schema, ...rest } = z.toJSONSchema(schema, {
			target: 'draft-07',
			// nothing is changed by reading: what comes out has the form of what went in
			io: 'output',
			override({ zodSchema, jsonSchema, path }) {
				const file = FILES.get(zodSchema);
				if (file === undefined || path.length === 0) return;
				for (const name of Object.keys(jsonSchema)) delete jsonSchema[name];
				jsonSchema.$ref = file;
			}
		});
		return `${JSON.stringify({ $schema, title, ...rest }, null, '\t')}\n`;
	};
	return {
		'questionnaire.schema.json': write('Questionnaire: structure', questionnaireSchema),
		'questionnaire-text.schema.json': write('Questionnaire: texts of one language', questionnaireTextSchema),
		'sources.schema.json': write('Sources of the questionnaires', sourcesSchema),
		'frameworks.schema.json': write('Frameworks of other bodies', frameworksSchema),
		'frameworks-text.schema.json': write('Frameworks: texts of one language', frameworksTextSchema),
		'assessment.schema.json': write('Assessment', assessmentSchema),
		'encrypted.schema.json': write('Encrypted file', sealedSchema)
	};
}
