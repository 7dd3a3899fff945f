"""A client that is signed in as the pages do it, with a code where one is needed."""

from django.contrib.auth.models import User
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

from disclosures.staff.codes.rule import needs_code


class StaffClient(Client):
    """Its `force_login` gives whoever needs a code a phone, and begins the session as after a code of it."""

    def force_login(self, user, backend=None):
        super().force_login(user, backend)
        if needs_code(User.objects.get(pk=user.pk)):
            session = self.session
            phone, _ = TOTPDevice.objects.get_or_create(user=user, name="手机")
            session[DEVICE_ID_SESSION_KEY] = phone.persistent_id
            session.save()
