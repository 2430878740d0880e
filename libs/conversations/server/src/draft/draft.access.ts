/** SQL condition: drafts are their writer’s alone; nobody else reads them, whatever their role. `viewer` is an expression for the viewer’s id. */
export const draftVisibleTo = (draft: string, viewer: string): string => `${draft}.person_id = ${viewer}`;
