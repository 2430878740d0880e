export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An attribute as RFC 7643, section 7, describes one. */
export interface Attribute {
  name: string;
  type: 'string' | 'boolean' | 'dateTime' | 'reference' | 'complex';
  description: string;
  multiValued: boolean;
  required: boolean;
  caseExact: boolean;
  mutability: 'readWrite' | 'readOnly' | 'immutable';
  returned: 'always' | 'default';
  uniqueness: 'none' | 'server';
  canonicalValues?: string[];
  referenceTypes?: string[];
  subAttributes?: Attribute[];
}

type Choices = Partial<Omit<Attribute, 'name' | 'description'>>;

const attribute = (type: Attribute['type'], name: string, description: string, choices: Choices = {}): Attribute => ({
  name, type, description, multiValued: false, required: false, caseExact: false, mutability: 'readWrite', returned: 'default', uniqueness: 'none', ...choices,
});

export const text = (name: string, description: string, choices?: Choices) => attribute('string', name, description, choices);
export const truth = (name: string, description: string, choices?: Choices) => attribute('boolean', name, description, choices);
export const instant = (name: string, description: string, choices?: Choices) => attribute('dateTime', name, description, choices);
export const reference = (name: string, description: string, referenceTypes: string[], choices?: Choices) =>
  attribute('reference', name, description, { referenceTypes, caseExact: true, ...choices });
export const complex = (name: string, description: string, subAttributes: Attribute[], choices?: Choices) =>
  attribute('complex', name, description, { subAttributes, ...choices });

/** A set of attributes under one address. */
export interface Schema {
  id: string;
  name: string;
  description: string;
  attributes: Attribute[];
}

/** A kind of resource: its own schema, and those that add to it under a key of their own. */
export interface ResourceType {
  name: 'User' | 'Group';
  endpoint: string;
  description: string;
  core: Schema;
  extensions: Schema[];
  /** Names, in lower case, that RFC 7643 knows here and Parvis does not keep: what is told of them is passed over. */
  passedOver: ReadonlySet<string>;
}

/** What every resource has (RFC 7643, section 3.1); not part of its schema. */
export const commonAttributes: Attribute[] = [
  text('id', 'Identifier in Parvis.', { caseExact: true, mutability: 'readOnly', returned: 'always', uniqueness: 'server' }),
  text('externalId', 'Identifier in the directory that provisions.', { caseExact: true }),
  complex('meta', 'About the resource itself.', [
    text('resourceType', 'Kind of resource.', { caseExact: true, mutability: 'readOnly' }),
    instant('created', 'When it was added.', { mutability: 'readOnly' }),
    instant('lastModified', 'When it was last changed.', { mutability: 'readOnly' }),
    reference('location', 'Address of the resource.', ['uri'], { mutability: 'readOnly' }),
    text('version', 'Entity tag.', { caseExact: true, mutability: 'readOnly' }),
  ], { mutability: 'readOnly' }),
];

export const named = (attributes: readonly Attribute[], name: string): Attribute | undefined => {
  const wanted = name.toLowerCase();
  return attributes.find((known) => known.name.toLowerCase() === wanted);
};

/** An attribute of a resource type and where it stands: at the top, or under the address of an extension. */
export interface Place {
  /** Null: at the top. */
  extension: Schema | null;
  attribute: Attribute;
  /** Null: the attribute as a whole. */
  sub: Attribute | null;
}

/** The value of an attribute, or what stands under its extension. */
export const valueAt = (resource: JsonObject, { extension, attribute: { name } }: Pick<Place, 'extension' | 'attribute'>): Json | undefined => {
  const holder = extension ? resource[extension.id] : resource;
  return isObject(holder) ? holder[name] : undefined;
};
