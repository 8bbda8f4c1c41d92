/** How many dated copies an assessment can hold. */
export const MOST_SNAPSHOTS = 20;

/** How many answers an assessment can hold, and how many actions that a person changed. */
export const MOST_ANSWERS = 2000;

/** How many actions a person can add to a plan. */
export const MOST_ADDED = 500;

/** How many ids one list can hold, such as those of the actions in the order that a person chose. */
export const MOST_IDS = 5000;

/** How many questions an assessment can hold a copy of. */
export const MOST_QUESTIONS = 500;
