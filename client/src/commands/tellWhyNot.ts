import * as vscode from 'vscode';

/**
 * Does something; where it can't be done, tells the user why. It rejects as cancelled then: VS Code says nothing more, and
 * keeps what was typed.
 */
export async function tellWhyNot<Result>(action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    throw new vscode.CancellationError();
  }
}
