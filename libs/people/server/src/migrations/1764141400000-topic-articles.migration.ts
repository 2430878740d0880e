import type { MigrationInterface, QueryRunner } from 'typeorm';

const topicKey = (words: string): string => `
  CREATE OR REPLACE FUNCTION topic_key(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN regexp_replace(${words}, '([[:alpha:]]{2})[sx](?= |$)', '\\1', 'g')`;

/** « Les transporteurs » are asked about as « transporteurs »: an article before a topic is no part of it. */
export class TopicArticles1764141400000 implements MigrationInterface {
  readonly name = 'TopicArticles1764141400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(topicKey(`regexp_replace(skill_key(words), '^(les?|la|l|une?|des|du|the|an?) (?=.)', '')`));
    await runner.query(`REINDEX INDEX profile_asked_about`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(topicKey('skill_key(words)'));
    await runner.query(`REINDEX INDEX profile_asked_about`);
  }
}
