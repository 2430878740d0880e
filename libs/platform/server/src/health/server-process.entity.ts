import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A process of Parvis, as it last told of itself. It goes when the process stops, and after a day when that was killed. */
@Entity('server_process')
export class ServerProcessEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'server_process_pk' })
  id!: string;

  /** Name of its machine or container. */
  @Column('text')
  host!: string;

  /** `all`, `web` or `worker`. */
  @Column('text')
  role!: string;

  @Column('text')
  version!: string;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz')
  seenAt!: Date;

  /** What it holds of the machine's memory. */
  @Column('bigint')
  memoryBytes!: string;

  /** How full the memory is that its programs may use, from 0 to 1. */
  @Column('real')
  heapShare!: number;

  /** How late it comes to what is due, once in a hundred times. */
  @Column('integer')
  delayMs!: number;

  @Column('integer')
  sockets!: number;
}
