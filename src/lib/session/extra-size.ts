/**
 * Megabytes that not every device keeps: letters of other scripts for the PDF, texts in other languages.
 * `npm run check:build` holds the site to it.
 */
export const EXTRA_MEGABYTES = 6;
