# generated from spec/focus.yaml by `make generate` - do not edit

"""Security dependencies of this package, one for each scheme; override one with app.dependency_overrides."""

from ._runtime.server.security import ASCIIHTTPBearer, OptionalHTTPBasic

bearer_auth = ASCIIHTTPBearer(
    description='An API key of Toggl Focus (`toggl_sk_` and more). A token of Toggl Track does not work here.',
    scheme_name='bearerAuth',
    auto_error=False,
)


basic_auth = OptionalHTTPBasic(
    description='E-mail and password, as the samples on the page have it.',
    scheme_name='basicAuth',
    auto_error=False,
)


__all__ = [
    'basic_auth',
    'bearer_auth',
]
