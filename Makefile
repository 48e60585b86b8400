# Shortcuts for developers. Each target prints the command that it runs; CONTRIBUTING.md explains them.
MVN := ./mvnw -B -ntp

.DEFAULT_GOAL := help
.PHONY: help build test one rule documents format demo ci

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## build the command, without tests
	$(MVN) -DskipTests package

test: ## build, and run every check and test
	$(MVN) verify

one: ## run one test class, with the modules it needs: make one T=PncIdTest
	$(if $(T),,$(error Say which: make one T=PncIdTest))
	$(MVN) -pl $(MODULE) -am test -Dtest='$(T)' -Dsurefire.failIfNoSpecifiedTests=false

rule: ## run the rule cases whose title has these words: make rule R="being sent to custody"
	$(if $(R),,$(error Say which: make rule R="being sent to custody"))
	$(MVN) -pl pipeline/core test -Dtest=RulesOnDuckDbTest -Ddesist.rule="$(R)"

documents: ## render extracts, marts, rule book and column lineage again
	$(MVN) -pl pipeline/core test -Dtest=RenderedDocumentsTest -Ddesist.render=true

format: ## format all Java
	$(MVN) spotless:apply

demo: ## run the demo: 50,000 invented people, DuckDB
	./desist demo

ci: ## run everything, as root: real servers, browser, Airflow
	.ci/run

# The module that a test class lies in; a method may follow the class: T='PncIdTest#readsAnId'.
HASH := \#
CLASS = $(firstword $(subst $(HASH), ,$(T)))
FOUND = $(shell find pipeline jobs -path '*/src/test/java/*' -name '$(CLASS).java' | head -n 1)
MODULE = $(or $(firstword $(subst /src/test/, ,$(FOUND))),$(error No test class $(CLASS)))
