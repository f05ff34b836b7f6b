import type { Translation } from '../types.ts';
import type { zhCN } from '../zh-CN/index.ts';
import { app } from './app.ts';
import { common } from './common.ts';
import { shell } from './shell.ts';
import { connect } from './connect.ts';
import { bind } from './bind.ts';
import { more } from './more.ts';
import { plan } from './plan.ts';
import { push } from './push.ts';
import { queue } from './queue.ts';
import { history } from './history.ts';
import { verify } from './verify.ts';
import { today } from './today.ts';
import { reports } from './reports.ts';
import { scores } from './scores.ts';
import { files } from './files.ts';
import { offline } from './offline.ts';
import { draw } from './draw.ts';
import { access } from './access.ts';
import { keys } from './keys.ts';
import { members } from './members.ts';
import { errors } from './errors.ts';

/** The pane's words in English. */
export const en: Translation<typeof zhCN> = {
  app,
  common,
  shell,
  connect,
  bind,
  more,
  plan,
  push,
  queue,
  today,
  scores,
  reports,
  errors,
  files,
  offline,
  draw,
  access,
  keys,
  members,
  history,
  verify,
};
