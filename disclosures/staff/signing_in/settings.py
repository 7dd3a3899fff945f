"""How staff sign in: settings of Django and of the libraries it stands on, taken over by `disclosures/settings.py`."""

from datetime import timedelta

LOGIN_URL = "admin:login"

# The first refuses who tried too often, the second knows who it is and what they may do.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "disclosures.staff.backend.MembershipBackend"]

AXES_HANDLER = "disclosures.staff.signing_in.limits.SignInLimits"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "disclosures.staff.signing_in.limits.locked_out"
AXES_CLIENT_IP_CALLABLE = "disclosures.staff.signing_in.address.client_address"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)  # attempts are kept no longer
# Whoever goes on trying neither waits longer nor fills the database.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

OTP_TOTP_ISSUER = "单位决算公开"  # what the phone calls its entry

_OF_DJANGO = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_OF_DJANGO}.UserAttributeSimilarityValidator"},
    {"NAME": "disclosures.staff.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "disclosures.staff.passwords.HardToGuess"},
    {"NAME": f"{_OF_DJANGO}.CommonPasswordValidator"},
    {"NAME": f"{_OF_DJANGO}.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 3600  # seconds that a link to choose a password is good for
