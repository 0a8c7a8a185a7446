import { adapterContract } from '../contracts/adapter-contract.ts';
import { contractStage } from './discord-stage.ts';

adapterContract('Discord', contractStage);
