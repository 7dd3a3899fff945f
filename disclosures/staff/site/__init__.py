"""The admin as staff meet it: who may enter, and the pages that come before."""
