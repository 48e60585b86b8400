// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** The command, in a process that takes a minute to end: what a second Ctrl-C is for. */
class StuckHook {
  public static void main(String[] arguments) throws Exception {
    Thread slow =
        new Thread(
            () -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(slow);
    org.desist.jobs.Main.main(arguments);
  }
}
