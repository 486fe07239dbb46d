from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    PermissionsMixin,
)
from django.db import models


class MemberManager(BaseUserManager):
    """Members log in with their address."""

    def create_superuser(self, email, password):
        member = self.model(email=email, is_superuser=True, is_staff=True)
        member.set_password(password)
        member.save()
        return member


class Member(AbstractBaseUser, PermissionsMixin):
    """A user without a user name."""

    email = models.EmailField(unique=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    first_name = models.CharField(max_length=80, blank=True)
    last_name = models.CharField(max_length=80, blank=True)

    USERNAME_FIELD = "email"
    objects = MemberManager()
