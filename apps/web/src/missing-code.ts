/**
 * A part of the application that cannot be fetched. Each browser has its own sentence ("Failed to fetch dynamically
 * imported module", "Importing a module script failed"); for a style sheet it is Vite's: "Unable to preload CSS for …".
 */
export function isMissingCode(error: unknown): boolean {
  return error instanceof Error && /import|module|preload/i.test(error.message);
}
