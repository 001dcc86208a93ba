# generated from spec/track.yaml by `make generate` - do not edit

"""Security dependencies of this package, one for each scheme; override one with app.dependency_overrides."""

from ._runtime.server.security import OptionalHTTPBasic

basic_auth = OptionalHTTPBasic(
    description='HTTP Basic with e-mail and password, or with the API token as user name and the literal word `api_token` as password. No credentials: 401 with an empty body. Wrong ones: 403.',
    scheme_name='basicAuth',
    auto_error=False,
)


__all__ = [
    'basic_auth',
]
