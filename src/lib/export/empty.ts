// Stands in for libraries that jsPDF names but this site never calls: see vite.config.ts.
export default undefined;
