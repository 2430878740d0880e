/** Who is found, and nothing else. */
export const expertsFound = `query ($text: String!, $tags: [String!]!, $first: Int!, $asOf: DateTime) { experts(text: $text, tags: $tags, first: $first, asOf: $asOf) { person { id } } }`;

/** All that the page shows. */
export const expertsPage = `query ($text: String!, $tags: [String!]!, $first: Int!, $asOf: DateTime) {
  experts(text: $text, tags: $tags, first: $first, asOf: $asOf) {
    person { id displayName title department } evidenceCount answerCount acceptedCount lastAt
    evidence { id kind targetId targetType commentId isAccepted votes writtenAt title { text isMatch } extract { text isMatch } community { id name } }
  }
}`;
