package org.marsad.report;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a test out, and says so, where the machine has no Chromium. */
final class NeedsChromium implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.program().isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is there");
    }
    String said =
        "left out: " + context.getDisplayName() + " needs Chromium (apt-get install chromium)";
    if (System.getenv("CI") != null) {
      throw new IllegalStateException(said);
    }
    System.err.println(said);
    return ConditionEvaluationResult.disabled(said);
  }
}
