import type { Assessment } from '#lib/assessment/schema.ts';
import { addressOf } from '#lib/session/questionnaires.ts';
import type { Storage } from '#lib/storage/port.ts';

/**
 * The assessment with an id, or the one that was changed last; always one of the questionnaire.
 * @param address how the questionnaire is called in the addresses
 */
export async function findKept(
	storage: Storage,
	id: string | undefined,
	address: string
): Promise<Assessment | undefined> {
	try {
		const wanted = id === undefined ? undefined : await storage.read(id);
		if (wanted && addressOf(wanted) === address) return wanted;
		const { assessments } = await storage.list();
		return assessments
			.filter((each) => addressOf(each) === address)
			.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1))[0];
	} catch {
		// the device would not say: a new assessment under a new id touches nothing that may be there
		return undefined;
	}
}
