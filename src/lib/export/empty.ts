// Stands in for libraries that jsPDF names but this site never calls: see vite.config.ts.
export default undefined;
/** Reads PNG pictures, of which the paper has none. */
export const decode = undefined;
