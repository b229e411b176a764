import * as vscode from 'vscode';

/** What the key Enter does where no command has it. */
export const typeEnter = (): Thenable<unknown> => vscode.commands.executeCommand('type', { text: '\n' });
