import { complex, reference, text, type ResourceType } from './attribute.ts';

/** A group of the directory and the people in it. */
export const groupType: ResourceType = {
  name: 'Group',
  endpoint: '/Groups',
  description: 'Groups of people.',
  core: {
    id: 'urn:ietf:params:scim:schemas:core:2.0:Group',
    name: 'Group',
    description: 'A group of the directory. It may give a role in Parvis, or a place in a community.',
    attributes: [
      text('displayName', 'Name of the group.', { required: true }),
      complex('members', 'People in the group; groups in groups are not kept.', [
        text('value', 'Identifier of the person.', { caseExact: true, mutability: 'immutable' }),
        reference('$ref', 'Address of the person.', ['User'], { mutability: 'readOnly' }),
        text('display', 'Name of the person.', { mutability: 'readOnly' }),
        text('type', 'User.', { canonicalValues: ['User'], mutability: 'readOnly' }),
      ], { multiValued: true }),
    ],
  },
  extensions: [],
  passedOver: new Set(),
};
