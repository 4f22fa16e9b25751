# Everyday tasks; `just` lists them.

default:
    @just --list

# Run the tests
test *ARGS:
    python -m pytest {{ARGS}}

# What is long by nature, with many times the examples
soak:
    ECOREPORT_EXAMPLES=20000 python -m pytest -m soak -rP

# Change the code in thousands of places and see which change no test notices; in an environment with the group mutation
mutants:
    mutmut run

# Lint, type-check, imports between the rooms
lint:
    ruff format --check
    ruff check
    mypy
    lint-imports

# Rewrite everything that is generated: schema, reports, golden cases, screens on pages, the words of the command line
generate:
    ecoreport schema -o schema/report.schema.json
    python docs/generate.py
    python tools/word_template/make.py
    ecoreport build --all
    python -m pytest tests/promises/test_golden_cases.py tests/promises/test_examples.py tests/promises/test_second_bureau.py tests/promises/test_documents.py --update-golden
    pybabel compile -d src/ecoreport/cli/locale

# The pages as a site, in site/
site:
    python docs/make_site.py

# Renew the pinned versions
lock:
    uv pip compile pyproject.toml --group dev --universal --no-annotate --no-header --no-strip-extras --generate-hashes -o requirements-dev.lock

# Known faults of what ecoreport depends on: needs the data base of faults at pypi.org, which a mirror of packages has not
audit:
    mkdir -p build
    uv pip compile -q pyproject.toml --no-header --generate-hashes -o build/audited.txt
    uvx pip-audit --require-hashes -r build/audited.txt || { echo "Needs https://pypi.org/pypi/NAME/json; a package index alone does not know of faults." >&2; exit 1; }

# Everything that CI does
ci:
    bash .ci/run
