"""`python -m tests.generator.golden` writes the golden output anew."""

from tests.support.tiny import renew

if __name__ == "__main__":
    renew()
