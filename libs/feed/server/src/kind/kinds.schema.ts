import { AnnouncementReaderEntity } from '../announcement/announcement-reader.entity.ts';
import { AnnouncementEntity } from '../announcement/announcement.entity.ts';
import { EventReplyEntity } from '../event/event-reply.entity.ts';
import { EventEntity } from '../event/event.entity.ts';
import { Questions1764103000000 } from '../migrations/1764103000000-questions.migration.ts';
import { Polls1764103100000 } from '../migrations/1764103100000-polls.migration.ts';
import { Events1764103200000 } from '../migrations/1764103200000-events.migration.ts';
import { Announcements1764103300000 } from '../migrations/1764103300000-announcements.migration.ts';
import { PollOptionEntity } from '../poll/poll-option.entity.ts';
import { PollParticipantEntity } from '../poll/poll-participant.entity.ts';
import { PollVoteEntity } from '../poll/poll-vote.entity.ts';
import { PollEntity } from '../poll/poll.entity.ts';

/** What the kinds of posts keep in the database. */
export const kindEntities = [PollEntity, PollOptionEntity, PollParticipantEntity, PollVoteEntity, EventEntity, EventReplyEntity, AnnouncementEntity, AnnouncementReaderEntity];
export const kindMigrations = [Questions1764103000000, Polls1764103100000, Events1764103200000, Announcements1764103300000];
