import { adapterContract } from '../contracts/adapter-contract.ts';
import { SKIPS } from '../contracts/capabilities.ts';
import { contractStage } from './discord-stage.ts';

adapterContract('Discord', contractStage, SKIPS.discord);
