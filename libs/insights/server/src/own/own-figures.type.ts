import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { PostType, type PostEntity } from '@parvis/feed/server';

@ObjectType({ description: 'What the viewer’s own posts and comments tell, for the viewer alone: counted when it is asked for, kept nowhere, and only from posts that the viewer may read today. Of what they wrote and felt in the period, the newest 500 posts, comments and reactions count.' })
export class OwnFigures {
  @Field(() => Int, { description: 'Days that they look back on.' })
  days!: number;

  @Field(() => Int, { description: 'Fewer different readers than this and no hours are told.' })
  minReaders!: number;

  @Field(() => Int, { description: 'Whoever answered fewer different posts of the viewer than this is not named.' })
  minAnsweredPosts!: number;

  @Field(() => Int, { description: 'A word used less often than this is left out.' })
  minUses!: number;
}

@ObjectType({ description: 'With whom the viewer exchanges: whom they commented, replied or reacted to, and who did so to them. Each colleague counts once; those who left, or whose department is unknown, are left out.' })
export class OwnExchanges {
  @Field(() => Int, { description: 'Colleagues in all.' })
  peopleCount!: number;

  @Field(() => Int, { nullable: true, description: 'Those of other departments than the viewer’s; null when the viewer has none.' })
  crossingCount!: number | null;

  @Field(() => Float, { nullable: true, description: '`crossingCount` over `peopleCount`, from 0 to 1; null when it cannot be told.' })
  crossingShare!: number | null;

  @Field(() => Int, { description: 'Departments that these colleagues are of, the viewer’s included.' })
  departmentCount!: number;

  @Field(() => [OwnExchangeDepartment], { description: 'The 20 departments of most of these colleagues, the most first, then by name.' })
  departments!: OwnExchangeDepartment[];
}

@ObjectType({ description: 'A department with colleagues whom the viewer exchanges with.' })
export class OwnExchangeDepartment {
  @Field({ description: 'Its name.' })
  department!: string;

  @Field({ description: 'It is the viewer’s own.' })
  isOwn!: boolean;

  @Field(() => Int, { description: 'How many of these colleagues it counts.' })
  peopleCount!: number;

  @Field(() => [OwnExchangePerson], { description: 'Eight of them at most: those who exchange in both directions first, then by name.' })
  people!: OwnExchangePerson[];
}

@ObjectType({ description: 'A colleague whom the viewer exchanges with; at least one of the two directions holds.' })
export class OwnExchangePerson {
  personId!: string;

  @Field({ description: 'The viewer commented, replied or reacted to them.' })
  isAddressed!: boolean;

  @Field({ description: 'They commented, replied or reacted to the viewer.' })
  addressesViewer!: boolean;
}

@ObjectType({ description: 'Something that the viewer wrote and that helped.' })
export class HelpfulPost {
  @Field(() => PostType, { description: 'The viewer’s post, or the one under which they commented.' })
  post!: PostEntity;

  @Field(() => ID, { nullable: true, description: 'UUID of the viewer’s comment; null when it is the post itself that helped.' })
  commentId!: string | null;

  @Field(() => Int, { description: 'Different colleagues who thanked for it (the reaction « thanks »).' })
  thankCount!: number;

  @Field({ description: 'The comment is the accepted answer; or, of a question of the viewer’s, a colleague’s answer was accepted.' })
  isAccepted!: boolean;
}

@ObjectType({ description: 'A colleague who answered several different posts of the viewer.' })
export class AnsweringColleague {
  personId!: string;

  @Field(() => Int, { description: 'Different posts of the viewer under which they commented, however often.' })
  postCount!: number;
}

@ObjectType({ description: 'An hour of the week in which colleagues reacted to, or commented, posts of the viewer.' })
export class ReaderHour {
  @Field(() => Int, { description: '1 for Monday to 7 for Sunday.' })
  weekday!: number;

  @Field(() => Int, { description: 'From 0 to 23.' })
  hour!: number;

  @Field(() => Int, { description: 'Different colleagues, each once, however often they did.' })
  readerCount!: number;
}

@ObjectType({ description: 'A word of the viewer’s.' })
export class WordUse {
  @Field({ description: 'As it is most often written.' })
  word!: string;

  @Field(() => Int, { description: 'How often, capital letters or not.' })
  useCount!: number;
}
