# Everyday tasks; `just` lists them.

default:
    @just --list

# Run the tests
test *ARGS:
    python -m pytest {{ARGS}}

# What is long by nature, with many times the examples
soak:
    ECOREPORT_EXAMPLES=20000 python -m pytest -m soak

# Change the code in thousands of places and see which change no test notices; in an environment with the group mutation
mutants:
    mutmut run

# Lint, type-check, imports between the rooms
lint:
    ruff format --check
    ruff check
    mypy
    lint-imports

# Rewrite everything that is generated: schema, reports, golden cases, the words of the command line
generate:
    ecoreport schema -o schema/report.schema.json
    python docs/generate.py
    python tools/word_template/make.py
    ecoreport build --all
    python -m pytest tests/promises/test_golden_cases.py tests/promises/test_examples.py tests/promises/test_second_bureau.py --update-golden
    pybabel compile -d src/ecoreport/cli/locale

# Renew the pinned versions
lock:
    uv pip compile pyproject.toml --group dev --universal --no-annotate --no-header -o requirements-dev.lock

# Known faults of what ecoreport depends on; asks the network
audit:
    uv pip compile -q pyproject.toml --no-header -o build/audited.txt
    uvx pip-audit -r build/audited.txt

# Everything that CI does
ci:
    bash .ci/run
