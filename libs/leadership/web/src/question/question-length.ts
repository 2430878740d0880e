/** As the server takes them; in characters. */
export const maxQuestionLength = 500;
