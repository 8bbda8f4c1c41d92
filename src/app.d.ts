declare global {
	namespace App {
		interface PageState {
			/** Tells Kit's own history entries from those of the open question. */
			place?: string;
		}
	}
}

export {};
