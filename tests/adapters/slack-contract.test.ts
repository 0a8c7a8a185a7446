import { adapterContract } from '../contracts/adapter-contract.ts';
import { SKIPS } from '../contracts/capabilities.ts';
import { slackStage } from '../support/fake-slack/stage.ts';

adapterContract('Slack by socket', slackStage, SKIPS.slack);
