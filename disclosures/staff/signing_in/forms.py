"""Where name and password are typed."""

from django.contrib.admin.forms import AdminAuthenticationForm


class SignInForm(AdminAuthenticationForm):
    """Django's; it says the same whether the name, the password or the right to work here is missing."""

    error_messages = {
        **AdminAuthenticationForm.error_messages,
        "invalid_login": "用户名或密码不对，请注意大小写。连续错 5 次，要等 15 分钟。",
    }
