"""`python -m tests.generator.golden` writes the golden output anew."""

from tests.generator.tiny import renew

if __name__ == "__main__":
    renew()
