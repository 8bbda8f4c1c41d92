import * as z from 'zod/mini';
import { assessmentSchema } from '#lib/assessment/schema.ts';
import { frameworksSchema, frameworksTextSchema } from '#lib/frameworks/schema.ts';
import { questionnaireSchema, questionnaireTextSchema, sourcesSchema } from '#lib/questionnaire/schema.ts';

// Descriptions of the assessment file stand here, not in its schema: that one travels to phones.
const { answers, assessedOn, broughtBack, changedAt, form, id, label, place, plan, profile, questionnaire } =
	assessmentSchema.shape;
const DESCRIPTIONS: readonly (readonly [z.core.$ZodType, string])[] = [
	[
		assessmentSchema,
		'What one organisation answered. Fields that are not listed are carried along. No names of persons anywhere.'
	],
	[id, 'Random, known to this device only; a file may leave it out.'],
	[label, 'What the organisation calls this assessment; may be empty.'],
	[questionnaire, 'The questionnaire that was answered.'],
	[form, 'The whole questionnaire ("full"), or the id of a short form.'],
	[
		profile,
		'Answers to the profile questions, by id: yes, no, one or several options, or a date as YYYY-MM-DD.'
	],
	[broughtBack, 'Indicators that the profile takes out and a person wants to be asked all the same.'],
	[assessedOn, 'The day the due dates are counted from, as YYYY-MM-DD.'],
	[changedAt, 'Time of the last change, ISO 8601 in UTC.'],
	[place, 'The indicator a person was last at.'],
	[answers, 'Answers by indicator id: a level, "unknown", or "not-applicable" with a reason.'],
	[plan, 'What people changed in the drafted action plan. Actions name roles, never persons.']
];

/**
 * The JSON Schemas that editors use to complete and check files by hand, made from the schemas of the program.
 * @returns content of each file in `static/schema/`, by file name
 */
export function makeJsonSchemas(): Record<string, string> {
	for (const [schema, description] of DESCRIPTIONS) z.globalRegistry.add(schema, { description });
	const write = (title: string, schema: z.core.$ZodType) => {
		// draft-07 is what the common editors know
		const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-07', io: 'input' });
		return `${JSON.stringify({ $schema, title, ...rest }, null, '\t')}\n`;
	};
	return {
		'questionnaire.schema.json': write('Questionnaire: structure', questionnaireSchema),
		'questionnaire-text.schema.json': write('Questionnaire: texts of one language', questionnaireTextSchema),
		'sources.schema.json': write('Sources of the questionnaires', sourcesSchema),
		'frameworks.schema.json': write('Frameworks of other bodies', frameworksSchema),
		'frameworks-text.schema.json': write('Frameworks: texts of one language', frameworksTextSchema),
		'assessment.schema.json': write('Assessment', assessmentSchema)
	};
}
