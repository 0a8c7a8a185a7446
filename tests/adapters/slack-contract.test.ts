import { adapterContract } from '../contracts/adapter-contract.ts';
import { slackStage } from '../support/fake-slack/stage.ts';

adapterContract('Slack by socket', slackStage);
