# Nivel. `make help` lists what can be made.

# A Go that its distributor keeps from fetching the version go.mod names may fetch it here.
export GOTOOLCHAIN ?= auto

# One set of flags for development and release: the graphics binding is C that takes minutes to
# compile, and any other flag would pay for it again.
FLAGS  := -trimpath -ldflags "-s -w"
WINDOW := CGO_ENABLED=1 go build $(FLAGS) -tags migrated_fynedo

.PHONY: help run test build setup lint bench clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-7s %s\n", $$1, $$2}' Makefile

run: ## open Nivel; without a display, make the sample firm's report
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" != Linux ]; then \
	  $(MAKE) --no-print-directory window && exec bin/nivel; \
	else \
	  .ci/setup go && mkdir -p bin && \
	  echo "There is no display here: Nivel makes the report of its sample firm instead." && \
	  CGO_ENABLED=0 go run -trimpath ./cmd/nivelctl demo -o bin/nivel-demo.pdf; \
	fi

test: ## run every test, the one in a real window included
	@echo "== Set-up"
	@.ci/setup test
	@echo "== 1 of 3: every package, without compiler or display"
	CGO_ENABLED=0 go test -tags ci ./...
	@echo "== 2 of 3: the program"
	@$(MAKE) --no-print-directory window
	@echo "== 3 of 3: a whole check-up in a real window"
	NIVEL_BIN="$$PWD/bin/nivel" CGO_ENABLED=0 go test -tags e2e -count=1 -timeout 15m ./cmd/nivel/e2e/

build: window ## build bin/nivel and bin/nivelctl
	CGO_ENABLED=0 go build $(FLAGS) -o bin/nivelctl ./cmd/nivelctl

.PHONY: window
window:
	@.ci/setup build
	@echo "Building bin/nivel (the first time takes some minutes, then a moment)."
	$(WINDOW) -o bin/nivel ./cmd/nivel

setup: ## install what building and testing need and this machine lacks
	@.ci/setup test

lint: ## look for slips: golangci-lint where it is installed, else go vet and gofmt
	@.ci/setup go
	@if command -v golangci-lint >/dev/null; then \
	  echo "golangci-lint run" && CGO_ENABLED=0 golangci-lint run ./...; \
	else \
	  echo "golangci-lint is not installed: go vet and gofmt" && \
	  CGO_ENABLED=0 go vet -tags ci,e2e,bare ./... && \
	  unformatted=$$(gofmt -l app assessments assets cmd) && \
	  if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi; \
	fi

bench: ## run the benchmarks (docs/measuring.md)
	@.ci/setup go
	CGO_ENABLED=0 go test -tags ci -run '^$$' -bench . -benchmem ./...

clean: ## remove what was built here
	rm -rf bin dist
